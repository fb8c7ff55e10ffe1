"""The main loop: handles events, lets time pass, and paints what has changed."""

from pathlib import Path

import pygame

from enacting.system import clock as clocks
from enacting.ui.access.screen_reader import CUSTOM_ROLES, AccessibleWindow, ScreenReaderBridge, ScreenReaderRequest
from enacting.ui.access.text_view import text_view_file, write_text_view
from enacting.ui.graphics.scenery import collect, drawing_ahead, is_drawing_aside
from enacting.ui.items.item import CALM, Item, Mood
from enacting.ui.items.layout import Layout
from enacting.ui.window.app import App
from enacting.ui.window.canvas import Canvas
from enacting.ui.window.floating import focus_ring, speaking_items, tip_items
from enacting.ui.window.input import Input
from enacting.ui.window.moving_look import MovingLook
from enacting.ui.window.room_window import Room
from enacting.ui.window.too_small import is_too_small

ACTIVE_SECONDS = 2.0
FRAMES_ACTIVE, FRAMES_IDLE, FRAMES_HIDDEN = 60, 20, 5
DISPLAY_SECONDS = 1.0
"""How often the loop looks where the displays are: the system does not say when a projector is plugged in."""
ACTIVITY_EVENTS = (pygame.KEYDOWN, pygame.TEXTINPUT, pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL)
"""The events that show that somebody uses the laptop."""


class MainLoop:
    """Runs an application in its window; `bridge` gives it to screen readers, if possible."""

    def __init__(self, app: App, bridge: ScreenReaderBridge | None = None) -> None:
        self.app = app
        self.bridge = bridge
        self.input = Input(app)
        self.canvas = Canvas(app.stage)
        self.text_view = text_view_file()
        self._hidden = False
        self._awake_until = app.clock()
        self._displays_next = 0.0

    def run(self) -> None:
        """Run until the application ends."""
        frame_clock = pygame.time.Clock()
        with drawing_ahead():
            while self.app.running:
                self.notice_sleep()
                for event in self.input.meant(pygame.event.get()):
                    self.handle(event)
                    if not self.app.running:
                        return
                self.stayed_awake()
                self.tick()
                self.draw()
                self.stayed_awake()
                frame_clock.tick(self._frames())

    def _frames(self) -> int:
        """The number of iterations per second."""
        app = self.app
        if self._hidden and app.room is None:
            return FRAMES_HIDDEN
        moving = app.motion.moving or (app.room is not None and app.room.motion.moving)
        active = moving or is_drawing_aside() or app.held is not None or app.clock() - app.last_event < ACTIVE_SECONDS
        return FRAMES_ACTIVE if active else FRAMES_IDLE

    # Events

    def handle(self, event: pygame.event.Event) -> None:
        """Handle an event."""
        app = self.app
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN) and self._ends_moment():
            app.last_event = app.clock()
            self.input.ignore(event)
            return
        if app.room is not None and app.room.stage.owns(event):
            app.last_event = app.clock()
            self._handle_in_room(app.room, event)
            return
        if "window" in event.__dict__ and not app.stage.owns(event):
            return  # Of a closed window, the one of the room, or of one that is never shown.
        app.last_event = app.clock()
        if event.type in ACTIVITY_EVENTS:
            app.last_touch = app.last_event
        match event.type:
            case pygame.QUIT | pygame.WINDOWCLOSE:
                app.quit()
            case pygame.WINDOWRESIZED | pygame.WINDOWSIZECHANGED | pygame.WINDOWEXPOSED | pygame.WINDOWRESTORED:
                self._hidden = False
                self.canvas.invalidate()
                app.motion.finish()
                app.changed()
            case pygame.WINDOWMINIMIZED | pygame.WINDOWHIDDEN:
                self._hidden = True
                self._notify_unseen()
            case pygame.WINDOWMOVED | pygame.WINDOWDISPLAYCHANGED:
                self._displays_next = 0.0
            case pygame.WINDOWFOCUSGAINED if self.bridge is not None:
                self.bridge.announce_focus(focused=True)
            case pygame.WINDOWFOCUSLOST:
                if self.bridge is not None:
                    self.bridge.announce_focus(focused=False)
                self.input.release_all()
            case pygame.DROPFILE:
                app.screen.dropped(Path(event.file))
                app.changed()
            case _:
                self.input.handle(event)

    def _ends_moment(self) -> bool:
        """End what moves in the window; returns whether people were looking at it, and not at what lies below."""
        app, motion = self.app, self.app.motion
        was_moment = motion.is_moment
        app.finish_movements()
        if was_moment:
            app.drop_cues()
            app.touch()
        return was_moment

    def _handle_in_room(self, room: Room, event: pygame.event.Event) -> None:
        """The pointer does nothing in the window of the room; keys and letters go where those of the main window go.

        While the main window is minimised they do nothing: nobody would see what they do.
        """
        app = self.app
        match event.type:
            case pygame.WINDOWCLOSE:
                app.close_room()
            case pygame.WINDOWMINIMIZED | pygame.WINDOWHIDDEN:
                room.minimised = True
                app.changed()
            case pygame.WINDOWRESIZED | pygame.WINDOWSIZECHANGED | pygame.WINDOWEXPOSED | pygame.WINDOWRESTORED:
                room.minimised = False
                room.canvas.invalidate()
                app.changed()
            case pygame.WINDOWMOVED | pygame.WINDOWDISPLAYCHANGED:
                self._displays_next = 0.0
            case pygame.KEYDOWN if event.key == pygame.K_F11:
                room.stage.toggle_full_screen()
            case pygame.KEYDOWN | pygame.KEYUP | pygame.TEXTINPUT | pygame.TEXTEDITING if not self._hidden:
                if event.type != pygame.KEYUP:
                    app.last_touch = app.last_event
                self.input.handle(event)

    # Time

    def tick(self) -> None:
        """Let time pass: messages expire, timers run."""
        app = self.app
        now = app.clock()
        self.notice_sleep()
        if collect():
            app.changed()
        if app.message is not None and not app.message.alarm and now > app.message.until:
            app.message = None
            app.changed()
        for screen in app.screens:  # A timer continues behind a dialog.
            if screen.tick(now):
                app.changed()
        app.tick_sounds(now)
        if app.room is not None and now >= self._displays_next:
            self._displays_next = now + DISPLAY_SECONDS
            if app.room.find_place(app.stage):
                app.changed()
        app.tick_read_aloud()
        if self.bridge is not None:
            for request in self.bridge.requests():
                self._perform_request(request)

    def stayed_awake(self) -> None:
        """What has just been done took its time, as a window does that opens on a projector: nobody has slept."""
        self._awake_until = self.app.clock()

    def notice_sleep(self) -> None:
        """Tell every screen when the computer has slept since it was last known to be awake."""
        awake_until = self._awake_until
        self.stayed_awake()
        if self._awake_until - awake_until > clocks.SLEEP_SECONDS:
            self._notify_unseen()
            for screen in self.app.screens:
                screen.slept()

    def _notify_unseen(self) -> None:
        """Tell every screen that the window could not be seen for a while."""
        for screen in self.app.screens:
            screen.unseen()
        self.app.changed()

    def _perform_request(self, request: ScreenReaderRequest) -> None:
        """Perform a request of a screen reader."""
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
        """Paint what has changed since the last frame in each window that is seen; returns whether anything had here.

        The window of the room is painted whatever this one does.
        """
        app, now = self.app, self.app.clock()
        if app.room is not None and (app.room_stale or app.room.motion.moving):
            app.room_stale = False
            if self._draw_room(app.room, now) and not app.room.motion.moving:
                app.stale = True
        return not self._hidden and self._draw_game(now)

    def _draw_game(self, now: float) -> bool:
        app = self.app
        items = app.items()
        under_pointer = self.input.hovered() if not app.dragging else None
        hovered = under_pointer.id if under_pointer is not None else ""
        visuals = [(item, item.rect, self._mood(item, hovered)) for item in app.motion.shown(items, now)]
        visuals.extend((item, item.rect, CALM) for item in self._floating())
        drawn = self.canvas.paint(visuals)
        app.frames_shown += 1
        self.input.painted()
        if self.bridge is not None and self.bridge.listening:
            self.bridge.show(self._accessible_window(items))
        if drawn and self.text_view is not None:
            self._write_text_view(self.text_view, items)
        return drawn

    def _draw_room(self, room: Room, now: float) -> bool:
        screens = self.app.screens

        def lay_out(layout: Layout) -> int:
            return next((pages for screen in screens if (pages := screen.lay_out_for_room(layout, room))), 0)

        return room.draw(self.app.layout(room.size), lay_out, now, animated=not self.app.settings.reduce_motion)

    def _accessible_window(self, items: list[Item]) -> AccessibleWindow:
        """The window as given to a screen reader."""
        app, words = self.app, self.app.words
        return AccessibleWindow(
            title=words("title.name"),
            language=app.settings.language,
            items=tuple(items),
            focus=app.focus,
            roles={role: words(f"role.{role}") for role in CUSTOM_ROLES},
            dialog=not app.screen.covers,
            alarm=app.message is not None and app.message.alarm,
            carets={item.id: app.field(item.id).text.caret for item in items if item.editing},
        )

    def _write_text_view(self, file: Path, items: list[Item]) -> None:
        app = self.app
        order = [item.id for item in app.focusable()]
        write_text_view(
            file,
            items,
            frame=self.canvas.frames_drawn,
            size=app.size,
            focus=app.focus,
            order=order,
            held=app.held,
            is_moment=app.motion.is_moment,
        )

    def _mood(self, item: Item, hovered: str) -> Mood:
        """Whether the pointer is over an item that lies still, and presses it."""
        if item.id != hovered or not item.live or isinstance(item.look, MovingLook):
            return CALM
        return Mood(True, self.input.pointer.pressed == item.id)

    def _floating(self) -> list[Item]:
        """The items above everything: the card held, the focus ring, the tooltip."""
        app, floating = self.app, list[Item]()
        if is_too_small(app.size):
            return floating
        held = app.screen.held_item(app.held, self._held_card_position()) if app.held is not None else None
        if held is not None:
            floating.append(held)
        focused = app.focused()
        if focused is not None and app.by_keyboard:
            floating.append(focus_ring(app.layout(), focused))
        named = focused if app.by_keyboard else self.input.hovered()
        if named is not None and named.tip and app.held is None:
            floating.extend(tip_items(app.layout(), named))
        status = app.reader.status(app.words)
        if status:
            floating.extend(speaking_items(app.layout(), status))
        return floating

    def _held_card_position(self) -> tuple[int, int]:
        """The position of the card held: at the pointer, or at the focused item."""
        focused = self.app.focused()
        if self.app.by_keyboard and focused is not None:
            return focused.rect.centerx, focused.rect.centery
        return self.input.pointer.position
