default_app_config = "loans.apps.LoansConfig"  # hit: 4.1/default-app-config
