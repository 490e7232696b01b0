"""Django's source distributions and the markup of their documentation, as a sync reads them."""
