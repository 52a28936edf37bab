"""How days and times are written where Django writes them: one folder for each language that wants it otherwise."""
