from __future__ import annotations

import os
import stat
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from shishi.web import checks

GOOD = {
    "DEBUG": False,
    "ALLOWED_HOSTS": ["office.example"],
    "SECRET_KEY": "k" * 50,
    "HTTPS": True,
    "PASSWORD_HASHERS": ["shishi.web.passwords.Argon2"],
}


@pytest.fixture
def office(settings):
    """Settings in which nothing is wrong."""
    for name, value in GOOD.items():
        setattr(settings, name, value)
    return settings


def ids(found):
    return [message.id for message in found]


def test_safe_settings_pass(office):
    assert checks.check_open_doors() == []
    assert checks.check_password_hasher() == []


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"DEBUG": True}, "shishi.E001"),
        ({"ALLOWED_HOSTS": ["*"]}, "shishi.E002"),
        ({"ALLOWED_HOSTS": ["office.example", ".example"]}, "shishi.E002"),
        ({"ALLOWED_HOSTS": [""]}, "shishi.E003"),
        ({"SECRET_KEY": "short"}, "shishi.E004"),
        ({"HTTPS": False}, "shishi.E005"),
    ],
)
def test_an_open_door_is_an_error_with_a_remedy(office, changed, found):
    for name, value in changed.items():
        setattr(office, name, value)
    (message,) = checks.check_open_doors()
    assert (message.id, bool(message.hint)) == (found, True)


def test_plain_http_on_this_machine_passes(office):
    office.HTTPS, office.ALLOWED_HOSTS = False, ["127.0.0.1", "localhost", "[::1]"]
    assert checks.check_open_doors() == []


@pytest.mark.parametrize(
    ("hasher", "found"),
    [
        ("django.contrib.auth.hashers.MD5PasswordHasher", "shishi.E007"),
        ("django.contrib.auth.hashers.PBKDF2PasswordHasher", "shishi.E007"),
    ],
)
def test_a_weak_password_hash_is_an_error(office, hasher, found):
    office.PASSWORD_HASHERS = [hasher]
    assert ids(checks.check_password_hasher()) == [found]


@pytest.mark.parametrize("memory", [8 * 1024, 1024 * 1024])
def test_a_password_hash_of_odd_memory_is_warned_about(office, monkeypatch, memory):
    monkeypatch.setattr("shishi.web.passwords.Argon2.memory_cost", memory)
    assert ids(checks.check_password_hasher()) == ["shishi.W008"]


def test_a_key_that_others_can_read_is_warned_about(settings, tmp_path):
    settings.HOME = tmp_path
    key = tmp_path / "secret-key"
    key.write_text("k")
    key.chmod(0o644)
    assert ids(checks.check_secret_key_file()) == ["shishi.W006"]
    key.chmod(0o600)
    assert checks.check_secret_key_file() == []


def test_a_database_that_is_not_asked_about_is_left_alone():
    assert checks.check_database() == []


def test_the_quick_database_of_the_tests_would_not_do_for_an_office(db):
    found = checks.check_database(databases=["default"])
    assert set(ids(found)) == {"shishi.E009" if connection.vendor == "sqlite" else "shishi.E012"}
    assert all(message.hint for message in found)


@pytest.mark.parametrize(
    ("name", "value"), [("journal_mode", "delete"), ("synchronous", 1), ("foreign_keys", 0)]
)
def test_each_pragma_is_looked_at(name, value, monkeypatch):
    monkeypatch.setattr(connection, "transaction_mode", "IMMEDIATE", raising=False)
    good = {pragma: wanted for pragma, (wanted, _) in checks.PRAGMAS.items()}
    assert list(checks._find_pragmas(good)) == []
    (message,) = checks._find_pragmas(good | {name: value})
    assert name in message.msg


def test_late_transactions_are_an_error(monkeypatch):
    monkeypatch.setattr(connection, "transaction_mode", "DEFERRED", raising=False)
    good = {pragma: wanted for pragma, (wanted, _) in checks.PRAGMAS.items()}
    assert ids(checks._find_pragmas(good)) == ["shishi.E010"]


def test_a_postgres_that_flushes_passes():
    assert list(checks._find_durability({"fsync": "on", "synchronous_commit": "on"})) == []


def manage(*arguments, home, **environment):
    """Run a management command with the office's own settings, in a process of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "django", *arguments, "--settings", "shishi.web.settings"],
        env={**kept, "SHISHI_HOME": str(home), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_defaults_pass_every_check_of_a_deployment(tmp_path):
    done = manage(
        "check", "--deploy", "--database", "default", "--fail-level", "WARNING", home=tmp_path
    )
    assert done.returncode == 0, done.stderr


def test_an_office_open_to_any_host_name_does_not_start(tmp_path):
    done = manage("migrate", home=tmp_path, SHISHI_HOSTS="*")
    assert done.returncode != 0
    assert "shishi.E002" in done.stderr


def test_the_key_is_made_once_and_is_its_owners_only(tmp_path):
    show = "import shishi.web.settings as s; print(s.SECRET_KEY)"
    run = [sys.executable, "-c", show]
    made = [
        subprocess.Popen(run, env={"SHISHI_HOME": str(tmp_path)}, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    keys = {process.communicate()[0].strip() for process in made}
    assert len(keys) == 1
    assert len(keys.pop()) >= 50
    assert [file.name for file in tmp_path.iterdir()] == ["secret-key"]
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_no_migration_is_missing(tmp_path):
    done = manage("makemigrations", "--check", "--dry-run", home=tmp_path)
    assert done.returncode == 0, done.stdout


def test_the_tests_have_a_home_of_their_own():
    assert "shishi-tests-" in str(settings.HOME)
