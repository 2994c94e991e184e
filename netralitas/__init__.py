"""The command line, the refresh that runs the stages in turn, and the settings."""
