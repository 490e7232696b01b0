"""What commands wrote under `data/`, each file typed once."""
