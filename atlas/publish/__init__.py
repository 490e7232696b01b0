"""What programs and browsers read beside the pages."""
