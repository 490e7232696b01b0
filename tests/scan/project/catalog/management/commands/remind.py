from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    requires_system_checks = False  # hit: 4.1/system-checks-bool

    def handle(self, *args, **options):
        raise CommandError("no loans")


class Quiet(BaseCommand):
    requires_system_checks = []


class Unrelated:
    requires_system_checks = True
