"""The words of the trade as plain values: occupations, facts, sections, drafts, findings, reports, ports."""
