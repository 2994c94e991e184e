"""Shows timelines as server-rendered pages and a JSON API."""
