"""The prompts: read from files, rendered for a model."""

from writer.prompts.library import PromptLibrary

__all__ = ["PromptLibrary"]
