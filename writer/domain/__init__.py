"""The words of the trade as plain values: units, occupations, facts, outlook, sections, drafts, findings, reports."""
