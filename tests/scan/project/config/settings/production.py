from .base import *

DEBUG = False
ALLOWED_HOSTS = ["library.example"]
CSRF_TRUSTED_ORIGINS = CSRF_TRUSTED_ORIGINS + ["https://www.library.example"]
