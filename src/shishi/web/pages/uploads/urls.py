"""Addresses of uploads, inside of a district."""

from django.urls import path

from shishi.web.pages.uploads import choosing, mending, views

urlpatterns = [
    path("", views.list_uploads, name="uploads"),
    path("new/", views.bring_in_file, name="upload-new"),
    path("<int:upload>/", views.preview_upload, name="upload"),
    path(
        "<int:upload>/cells/<int:order>/<slug:field>/",
        views.correct_upload_cell,
        name="upload-cell",
    ),
    path(
        "<int:upload>/cells/<int:order>/<slug:field>/proposal/",
        mending.take_proposal,
        name="upload-proposal",
    ),
    path(
        "<int:upload>/cells/<int:order>/<slug:field>/right/",
        mending.find_cell_right,
        name="upload-right",
    ),
    path(
        "<int:upload>/rows/right/",
        mending.find_rows_right,
        name="upload-rows-right",
    ),
    path("<int:upload>/columns/<int:table>/", choosing.choose_columns, name="upload-columns"),
    path("<int:upload>/confirm/", views.confirm_into_plan, name="upload-confirm"),
]
