"""The command line: thin, it parses, calls the App and prints."""
