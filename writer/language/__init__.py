"""What a text says, before any data is looked at: sentences, quantities, cue words, mentions, spans."""
