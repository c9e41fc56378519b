"""What a campaign that does not say otherwise is taken for."""

import datetime as dt

DEFAULT_ZONE = "Asia/Ho_Chi_Minh"
DEFAULT_SCHEMA = "bao-cao-tuan"
THURSDAY, FOUR = 4, dt.time(16)
