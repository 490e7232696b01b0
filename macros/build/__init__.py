"""One build: its records, the day, the page that is drawn, and the templates."""
