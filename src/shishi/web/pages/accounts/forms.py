"""The form of signing in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    """User name and password; one answer for every way in which they can be wrong."""

    error_messages = {  # noqa: RUF012  # Django's own declaration
        "invalid_login": _("用户名或密码不对。请检查后再试；密码区分大小写。"),
        "inactive": _("用户名或密码不对。请检查后再试；密码区分大小写。"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("用户名")
        self.fields["password"].label = _("密码")
