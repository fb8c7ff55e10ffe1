"""The dialogs about people and files, with the longest words there can be: part of the walk through every screen."""

from __future__ import annotations

import shutil
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from enacting.archive.copying import export_session
from enacting.archive.erase_session import Erased, Left
from enacting.archive.session_files import FileKind, SessionFile
from enacting.archive.unfinished_erasures import PendingErasure, begin_erasing
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import WriteNote
from enacting.harvest.making import prepare_report
from enacting.harvest.report import SECTIONS
from enacting.language.masking import MaskedSentence
from enacting.session.journal import SessionInUse
from enacting.session.metadata import note_reports
from enacting.session.session import Session
from enacting.system import paths
from enacting.typesetting import MissingCharacter
from enacting.ui.dialogs.message import Choice, MessageDialog
from enacting.ui.sessions.erase_person_dialog import choose_person
from enacting.ui.sessions.erase_session_dialog import ask_to_erase, refuse, result_paragraphs, show_unfinished_erasures
from enacting.ui.sessions.what_if import choose_moment
from enacting.ui.table.report_preview import Preview, PreviewPage
from enacting.ui.table.report_screen import ReportScreen
from enacting.ui.table.write_pages import WritingPagesDialog
from enacting.ui.table.write_report import ask_report

if TYPE_CHECKING:
    from ui.walks import Walk

REPORTS = 30
LONG = "conseil-des-communs-de-la-communaute-d-agglomeration-du-pays"


def walk_through_private_dialogs(walk: Walk, played: Path) -> None:
    """Every dialog that writes reports, copies, and erases, on a copy of that session in a folder of its own."""
    path = paths.sessions_folder().parent / "séances du conseil des communs" / f"2026-03-12-{LONG}.session"
    path.parent.mkdir()
    shutil.copy(played, path)
    _reports(walk, path)
    _what_if(walk, path)
    _forgetting(walk, path)
    _erasing(walk, path)


def _reports(walk: Walk, path: Path) -> None:
    app = walk.app
    ask_report(app, path)
    report = app.screen
    assert isinstance(report, ReportScreen)
    walk.show("report, before its pages")
    report.previewing.made = previewed(report)
    report.turn_page(1)
    walk.show("report, a page")
    walk.over("page", "report, a page in large")
    walk.click("format-pdf", "format-html", "format-md")
    walk.show("report, no files chosen")
    walk.click("format-md", "save")
    making = app.screen
    assert isinstance(making, WritingPagesDialog)
    walk.show("report, being written")
    making.wait()
    making.tick(0)
    walk.show("report, written")
    walk.click("answer-2", "back")
    day = Session.look(path).header.created[:10]
    reports = [paths.harvest_folder() / f"{LONG}-{day}-{number}.html" for number in range(REPORTS)]
    for file in reports:
        file.write_text("a report")
    note_reports(path, reports)
    app.message = None


def previewed(report: ReportScreen) -> Preview:
    """The preview of a report of three pages and one for the wall, each of which is blank paper."""
    session, version, png = report.session, report.version, BytesIO()
    paper = pygame.Surface((99, 140))
    paper.fill("white")
    pygame.image.save(paper, png, "page.png")
    begins = ((), tuple(report.app.words(f"harvest.section.{name}") for name in SECTIONS[:4]), ())
    return Preview(
        version=version,
        report=prepare_report(session, version.language),
        pages=(
            *(PreviewPage(png=png.getvalue(), begins=each) for each in begins),
            PreviewPage(png=png.getvalue(), begins=(), is_for_wall=True),
        ),
        changes=(MaskedSentence(before="a", after="b", is_certain=True),) * 12,
        missing=(MissingCharacter("ẞ", "latin"),) * 2,
    )


def _what_if(walk: Walk, path: Path) -> None:
    choose_moment(walk.app, path)
    walk.show("what if, the whole session")
    first = walk.ids("moment-")[0]
    walk.click("copy-whole")
    walk.show("what if, the session as it is")
    walk.click("answer-1", first)
    walk.show("what if, a moment")
    walk.click("copy-here")
    walk.show("what if, from that moment")
    walk.click("answer-1", "come-back", "close")


def _forgetting(walk: Walk, path: Path) -> None:
    export_session(path, path.parent / "exports for the meeting of the council")
    with closing(Session.resume(path)) as session:
        name = session.game.players[0].name
        session.play(WriteNote(by=FACILITATOR, text=f"{name} le dit. " * 9))
        session.play(WriteNote(by=FACILITATOR, text=f"Pour {name.lower()} ce serait plus long à dire."))
    choose_person(walk.app, path, lambda written: None)
    walk.show("erasing a person, whom")
    walk.click("option-0")
    walk.show("erasing a person")
    walk.click("answer-1")
    walk.show("names in what was written")
    walk.click("change-0")
    walk.show("names in what was written, unticked")
    walk.click("change-0", "go-on")
    walk.show("a person erased")
    walk.click("answer-0")


def _erasing(walk: Walk, path: Path) -> None:
    app, words = walk.app, walk.app.words
    refuse(app, SessionInUse(path))
    walk.show("erasing refused")
    app.close()
    ask_to_erase(app, path, lambda: None)
    walk.show("erasing a session")
    walk.click("answer-1")
    walk.show("a session erased")
    walk.click("answer-0")
    erased = Erased(
        gone=(SessionFile(FileKind.ASIDE, path),),
        left=tuple(
            Left(session_file=SessionFile(kind, path), why="Read-only file system")
            for kind in (FileKind.SESSION, FileKind.COPY)
        ),
        capsules=(path,),
        perhaps=(path.with_suffix(".html"),),
        alike=(path,),
        away=(path.with_suffix(".html"), path),
    )
    close = Choice(words("common.close"), main=True)
    walk.over(
        lambda: app.open(MessageDialog(app, words("erase.not_all"), result_paragraphs(erased, words), [close])),
        "a session not erased",
    )
    report = path.parent / f"{LONG}-2026-03-12.html"
    report.write_text("a report")
    capsule = path.parent / "exports for the meeting of the council" / path.name
    begin_erasing(
        PendingErasure(
            session=path, day="", session_files=(SessionFile(FileKind.REPORT, report),), capsules=(capsule,)
        ),
    )
    show_unfinished_erasures(app)
    walk.show("erasing not finished")
    walk.click("answer-1")
    walk.show("erasing finished")
    walk.click("answer-0")
