"""The command line, the settings, and the refresh that runs the stages in turn; `connect` is for notebooks."""

from netralitas.notebook import connect as connect
