"""The atlas: records, facts and everything that is decided from them. Knows nothing of the site builder."""
