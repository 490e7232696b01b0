"""Steps between Markdown and HTML."""
