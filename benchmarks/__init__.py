"""Measurements: `python3 start.py bench NAME`. A timing is never a test; each prints what it measured as JSON."""
