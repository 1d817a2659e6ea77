"""How passwords are kept: Argon2 with memory for thirty people who sign in at once."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id with 46 MiB for each sign-in; Django's own takes 100, which 32 at once make 3.2 GB.

    Source: OWASP Password Storage Cheat Sheet, m=47104 with t=1; the second pass is ours.
    """

    memory_cost = 46 * 1024
    time_cost = 2
    parallelism = 1
