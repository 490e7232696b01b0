"""What everybody speaks: closed lists, versions, spans, dates, the clock, problems. Imports nothing here."""
