"""What machines read: the records and facts as JSON files beside the site's pages."""
