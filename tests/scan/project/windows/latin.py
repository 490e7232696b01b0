# -*- coding: latin-1 -*-
from django.utils import timezone

# café
UTC = timezone.utc  # hit: 4.1/timezone-utc
