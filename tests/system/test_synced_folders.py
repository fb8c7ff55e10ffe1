"""Folders that a service copies elsewhere are known by their names, their marks and what the system says."""

from pathlib import Path

import pytest
from links import make_link

from enacting.system.synced_folders import service_of


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive/Documents", "OneDrive"),
        ("OneDrive - Ville de Brest/Documents", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Personal/a", "OneDrive"),
        ("Dropbox (Mairie)/ateliers", "Dropbox"),
        ("Library/CloudStorage/GoogleDrive-lea@example.org/Mon Drive", "Google Drive"),
        ("My Drive/ateliers", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/a", "iCloud"),
        ("iCloudDrive/a", "iCloud"),
        ("Nextcloud2/a", "Nextcloud"),
        ("nextcloud", "Nextcloud"),
        ("kDrive/a", "kDrive"),
    ],
)
def test_a_service_is_known_by_the_name_of_its_folder(tmp_path: Path, folder: str, service: str) -> None:
    assert service_of(tmp_path / folder, {}) == service


@pytest.mark.parametrize("folder", ["Documents", "one drive in the sun", "dropboxes", "my drives", "boxes", "iclouds"])
def test_another_folder_stays_on_this_computer(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder / "deep").mkdir(parents=True)
    (tmp_path / folder / ".hidden").write_text("")

    assert service_of(tmp_path / folder / "deep", {}) == ""


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox", "Dropbox"),
        (".nextcloudsync.log", "Nextcloud"),
        ("._sync_0a1b2c3d4e5f.db", "Nextcloud"),
        (".sync_0a1b2c3d4e5f.db", "Nextcloud"),
        (".stfolder", "Syncthing"),
    ],
)
def test_a_service_is_known_by_what_it_leaves_in_a_folder_above(tmp_path: Path, mark: str, service: str) -> None:
    (tmp_path / "work" / "sessions").mkdir(parents=True)
    (tmp_path / "work" / mark).write_text("")

    assert service_of(tmp_path / "work" / "sessions", {}) == service


def test_the_system_may_say_where_the_folder_of_a_service_is(tmp_path: Path) -> None:
    told = {"OneDriveCommercial": str(tmp_path / "work")}

    assert service_of(tmp_path / "work" / "a", told) == "OneDrive"
    assert service_of(tmp_path / "works", told) == ""


def test_a_link_to_the_folder_of_a_service_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    make_link(tmp_path / "here", tmp_path / "Dropbox")

    assert service_of(tmp_path / "here", {}) == "Dropbox"


def test_a_folder_that_is_not_there_yet_is_told_by_those_above(tmp_path: Path) -> None:
    assert service_of(tmp_path / "Dropbox" / "not" / "yet", {}) == "Dropbox"
