"""Pictures drawn from data, as inline SVG."""
