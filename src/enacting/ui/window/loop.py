"""The main loop: events in, time passes, and what has changed is painted; nothing is when nothing has."""

from pathlib import Path

import pygame

from enacting.system import clock as clocks
from enacting.ui.access.screen_reader import ROLES_OF_OUR_OWN, Bridge, Request, Seen
from enacting.ui.access.text_view import text_view_file, write_text_view
from enacting.ui.items.item import CALM, Item, Mood
from enacting.ui.items.layout import Layout
from enacting.ui.window.app import App
from enacting.ui.window.canvas import Canvas
from enacting.ui.window.floating import focus_ring, speaking_items, tip_items
from enacting.ui.window.input import Input
from enacting.ui.window.room_window import Room
from enacting.ui.window.too_small import too_small

ACTIVE_SECONDS = 2.0
FRAMES_ACTIVE, FRAMES_IDLE, FRAMES_HIDDEN = 60, 20, 5
TOUCHES = (pygame.KEYDOWN, pygame.TEXTINPUT, pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL)
"""The events that say that somebody is there."""


class MainLoop:
    """Runs an application in its window; `bridge` is what tells it to screen readers, where there is any."""

    def __init__(self, app: App, bridge: Bridge | None = None) -> None:
        self.app = app
        self.bridge = bridge
        self.input = Input(app)
        self.canvas = Canvas(app.stage)
        self.text_view = text_view_file()
        self._hidden = False
        self._last_tick = app.clock()

    def run(self) -> None:
        """Show the screens until the person leaves."""
        rhythm = pygame.time.Clock()
        while self.app.running:
            for event in pygame.event.get():
                self.handle(event)
                if not self.app.running:
                    return
            self.tick()
            if not self._hidden:
                self.draw()
            rhythm.tick(self._frames())

    def _frames(self) -> int:
        """How often to look, in times a second."""
        if self._hidden:
            return FRAMES_HIDDEN
        app = self.app
        moving = app.motion.moving or (app.room is not None and app.room.motion.moving)
        active = moving or app.held is not None or app.clock() - app.last_event < ACTIVE_SECONDS
        return FRAMES_ACTIVE if active else FRAMES_IDLE

    # Events

    def handle(self, event: pygame.event.Event) -> None:
        """Do what an event asks for."""
        app = self.app
        app.last_event = app.clock()
        if app.room is not None and app.room.stage.owns(event):
            self._handle_in_room(app.room, event)
            return
        if "window" in event.__dict__ and not app.stage.owns(event):
            return  # Of a window that is gone: the one of the room was closed.
        if event.type in TOUCHES:
            app.last_touch = app.last_event
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            app.motion.finish()
        match event.type:
            case pygame.QUIT | pygame.WINDOWCLOSE:
                app.quit()
            case pygame.WINDOWRESIZED | pygame.WINDOWSIZECHANGED | pygame.WINDOWEXPOSED | pygame.WINDOWRESTORED:
                self._hidden = False
                self.canvas.forget()
                app.motion.finish()
                app.changed()
            case pygame.WINDOWMINIMIZED | pygame.WINDOWHIDDEN:
                self._hidden = True
                self._gone()
            case pygame.WINDOWFOCUSGAINED if self.bridge is not None:
                self.bridge.announce_focus(focused=True)
            case pygame.WINDOWFOCUSLOST:
                if self.bridge is not None:
                    self.bridge.announce_focus(focused=False)
                self.input.let_go()
            case pygame.DROPFILE:
                app.screen.dropped(Path(event.file))
                app.changed()
            case _:
                self.input.handle(event)

    def _handle_in_room(self, room: Room, event: pygame.event.Event) -> None:
        """Nothing can be pointed at in the window of the room; keys pressed there count as pressed here."""
        app = self.app
        match event.type:
            case pygame.WINDOWCLOSE:
                app.close_room()
            case pygame.WINDOWRESIZED | pygame.WINDOWSIZECHANGED | pygame.WINDOWEXPOSED | pygame.WINDOWRESTORED:
                room.canvas.forget()
                app.changed()
            case pygame.KEYDOWN if event.key == pygame.K_F11:
                room.stage.toggle_full_screen()
            case pygame.KEYDOWN:
                app.last_touch = app.last_event
                self.input.handle_key(event)
            case pygame.KEYUP:
                self.input.handle_key(event)

    # Time

    def tick(self) -> None:
        """Let time pass: messages go, screens count."""
        app = self.app
        now = app.clock()
        slept, self._last_tick = now - self._last_tick > clocks.SLEEP_SECONDS, now
        if slept:
            self._gone()
            for screen in app.screens:
                screen.slept()
        if app.message is not None and not app.message.alarm and now > app.message.until:
            app.message = None
            app.changed()
        for screen in app.screens:  # A timer goes on behind a dialog.
            if screen.tick(now):
                app.changed()
        app.tick_aloud()
        if self.bridge is not None:
            for request in self.bridge.requests():
                self._do(request)

    def _gone(self) -> None:
        """Nobody has been able to see the window for a while."""
        for screen in self.app.screens:
            screen.unseen()
        self.app.changed()

    def _do(self, request: Request) -> None:
        """Do what a screen reader asks for."""
        app = self.app
        item = app.reach(request.item)
        if item is None:
            return
        if request.action == "press":
            app.activate(item)
        elif request.action == "write" and item.editing:
            field = app.field(item.id)
            field.click(0)
            field.click(len(field.text.text), extend=True)
            field.paste(request.text)
            app.screen.edited(item.id)
            app.changed()

    # Painting

    def draw(self) -> bool:
        """Paint what has changed since the last time, and show it. False when nothing had."""
        app, now = self.app, self.app.clock()
        if app.room is not None and (app.room_stale or app.room.motion.moving):
            app.room_stale = False
            if self._draw_room(app.room, now) and not app.room.motion.moving:
                app.stale = True
        items = app.items()
        app.motion.rest(now)
        under_pointer = self.input.hovered() if not app.dragging else None
        hovered = under_pointer.id if under_pointer is not None else ""
        visuals = [(item, *self._visual(item, now, hovered)) for item in items]
        visuals.extend((item, app.motion.place(item, now), CALM) for item in app.motion.gone)
        visuals.extend((item, item.rect, CALM) for item in self._floating())
        drawn = self.canvas.paint(visuals, app.motion.glides)
        app.frames_shown += 1
        if self.bridge is not None and self.bridge.listening:
            self.bridge.show(self._seen(items))
        if drawn and self.text_view is not None:
            self._write_text_view(self.text_view, items)
        return drawn

    def _draw_room(self, room: Room, now: float) -> bool:
        screens = self.app.screens

        def lay_out(layout: Layout) -> int:
            return next((pages for screen in screens if (pages := screen.lay_out_for_room(layout, room))), 0)

        return room.draw(self.app.layout(room.size), lay_out, now, moves=not self.app.settings.reduce_motion)

    def _seen(self, items: list[Item]) -> Seen:
        """The window as a screen reader is told it."""
        app, words = self.app, self.app.words
        return Seen(
            title=words("title.name"),
            language=app.settings.language,
            items=tuple(items),
            focus=app.focus,
            roles={role: words(f"role.{role}") for role in ROLES_OF_OUR_OWN},
            dialog=not app.screen.covers,
            alarm=app.message is not None and app.message.alarm,
            carets={item.id: app.field(item.id).text.caret for item in items if item.editing},
        )

    def _write_text_view(self, file: Path, items: list[Item]) -> None:
        app = self.app
        order = [item.id for item in app.focusable()]
        frame = self.canvas.frames_drawn
        write_text_view(file, items, frame=frame, size=app.size, focus=app.focus, order=order, held=app.held)

    def _visual(self, item: Item, now: float, hovered: str) -> tuple[pygame.Rect, Mood]:
        """Where an item is shown now, and in what mood."""
        if item.id in self.app.motion.glides:
            return self.app.motion.place(item, now), CALM
        if item.id != hovered or not item.live:
            return item.rect, CALM
        return item.rect, Mood(True, self.input.pointer.pressed == item.id)

    def _floating(self) -> list[Item]:
        """What floats above everything: the card held, the focus ring, the name under the pointer."""
        app, floating = self.app, list[Item]()
        if too_small(app.size):
            return floating
        held = app.screen.held_item(app.held, self._hand()) if app.held is not None else None
        if held is not None:
            floating.append(held)
        focused = app.focused()
        if focused is not None and app.by_keyboard:
            floating.append(focus_ring(app.layout(), focused))
        named = focused if app.by_keyboard else self.input.hovered()
        if named is not None and named.tip and app.held is None:
            floating.extend(tip_items(app.layout(), named))
        sign = app.aloud.sign(app.words)
        if sign:
            floating.extend(speaking_items(app.layout(), sign))
        return floating

    def _hand(self) -> tuple[int, int]:
        """Where the card held is: under the pointer, or by the focused place."""
        focused = self.app.focused()
        if self.app.by_keyboard and focused is not None:
            return focused.rect.centerx, focused.rect.centery
        return self.input.pointer.place
