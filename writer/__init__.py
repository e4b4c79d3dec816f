"""Occupation pages whose every number, name and comparison resolves to a data record."""

__version__ = "0.1.0"
