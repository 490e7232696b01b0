"""What people wrote under `docs/`: change pages, their samples and rules, and what moved."""
