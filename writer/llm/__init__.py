"""Language models behind one port: the OpenAI-compatible one, the offline one, the replayed one."""
