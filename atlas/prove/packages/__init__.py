"""Installs packages on every release and runs them, into `data/packages/`. The network is for installing alone."""
