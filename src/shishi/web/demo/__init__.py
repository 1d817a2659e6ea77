"""The demo: two invented districts with ten months of a year told through the actions of the office."""

from shishi.web.demo.build import Account, Tell, build_demo, demo_accounts, reset_passwords

__all__ = ["Account", "Tell", "build_demo", "demo_accounts", "reset_passwords"]
