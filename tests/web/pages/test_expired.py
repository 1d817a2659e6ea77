from __future__ import annotations

import pytest
from django.test import Client

from shishi.web.projects.models import Report
from tests.web.pages.asking import near, text

TYPED = {"progress": "令牌过期以后写的进展。", "claimed": "正常", "password": "不该出现的口令"}


@pytest.fixture(autouse=True)
def _ours(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path


def test_a_form_whose_token_expired_shows_the_words_and_keeps_nothing(world):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.zhang.user)
    answer = client.post(near(f"reports/{world.slot.pk}/"), TYPED | {"do": "submit"})
    source = text(answer)
    assert answer.status_code == 403
    assert "令牌过期以后写的进展。" in source
    assert "不该出现的口令" not in source
    assert not Report.objects.exists()


def test_what_was_chosen_and_not_written_is_not_shown(world):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.zhang.user)
    answer = client.post(near(f"reports/{world.slot.pk}/"), {"claimed": "正常"})
    assert "<textarea" not in text(answer)
