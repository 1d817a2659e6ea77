"""Views of signing in, of the start page and of the switches."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from shishi.web.accounts.models import Post
from shishi.web.pages.accounts.forms import SignInForm
from shishi.web.pages.display import COOKIE, look_of

A_YEAR = 365 * 24 * 3600


class SignIn(LoginView):
    """Ask for user name and password; who is signed in already goes on to the start."""

    form_class = SignInForm
    template_name = "accounts/sign_in.html"
    redirect_authenticated_user = True


def locked_out(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    """Say that this user name has to wait after too many wrong passwords; axes calls it."""
    minutes = round(settings.AXES_COOLOFF_TIME.total_seconds() / 60)
    told = {"minutes": minutes, "limit": settings.AXES_FAILURE_LIMIT}
    return render(request, "accounts/locked_out.html", told, status=429)


def start(request: HttpRequest) -> HttpResponse:
    """Go on to the person's district; where there are several posts, ask which."""
    found = Post.objects.filter(user=request.user).select_related("district", "unit")
    posts = list(found.order_by("district__name"))
    if len(posts) == 1 and "choose" not in request.GET:
        return redirect("home", district=posts[0].district.slug)
    return render(request, "accounts/start.html", {"posts": posts})


@login_not_required
@require_POST
def display(request: HttpRequest) -> HttpResponse:
    """Keep how pages are to look, and go back to the page."""
    response = HttpResponseRedirect(_back(request))
    response.set_cookie(
        COOKIE,
        look_of(request).chosen(request.POST).cookie(),
        max_age=A_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


language = login_not_required(set_language)


def _back(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    hosts, secure = {request.get_host()}, request.is_secure()
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts=hosts, require_https=secure):
        return wanted
    return resolve_url("start")
