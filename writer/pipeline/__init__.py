"""The use cases, each one arrow of the straight line, seen only through ports."""
