"""The kinds of activity: what people may be asked to do, one folder for each."""
