"""Live meetings: a pure decider over an append-only log, one runner a meeting, views for each audience."""
