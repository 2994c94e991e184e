"""The invented story that comes with the project; see README.md here."""
