"""A page of HTML as a reader meets it, and texts that try to break out of one."""

from html.parser import HTMLParser

EMPTY = {"meta", "br", "img", "hr"}


HOSTILE = (
    "<script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    "</title><script>x</script>",
    "</style><script>x</script>",
    "</svg><script>x</script>",
    "</text><script>x</script>",
    "</tspan></text><a href=x>y",
    "</bdi></p></section></main>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    "<iframe src=javascript:1>",
    "<a href=javascript:alert(1)>x</a>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=x>",
    "<details open ontoggle=x>",
    "<math><mi xlink:href=x>",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=//x>",
    "<meta http-equiv=refresh>",
    "<base href=//evil>",
    "<object data=x></object>",
    "<embed src=x>",
    "<form action=//evil><input>",
    "<!-- comment -->",
    "--><script>x</script>",
    "<![CDATA[<script>]]>",
    "<?xml version='1.0'?>",
    "&lt;script&gt;",
    "&#60;script&#62;",
    "&amp;lt;b&amp;gt;",
    "&",
    "&&&",
    "<",
    "<<<>>>",
    '" onmouseover="x',
    "' onmouseover='x",
    "` onmouseover=`x",
    'style="background:red"',
    "javascript:alert(1)",
    "data:text/html,<b>x",
    "{{7*7}} ${7*7} {0} {words}",
    "%3Cscript%3E",
    "\\x3cscript\\x3e",
    "\u202e<b>renverse",
    "\u2028<b>\u2029",
    "a\x00b\x1b[31m<b>",
    "\ud800<b>",
    "\ue000\ue001 marque",
    "＜script＞",
    "]]></script>",
    "<b\n>deux lignes</b\n>",
)


class ParsedPage(HTMLParser):
    """What a page is made of: its elements in order, their attributes, its text; and what is not closed."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.unbalanced: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(name)
        self.attributes += [(name, key, value or "") for key, value in attrs]
        if name not in EMPTY:
            self.open.append(name)

    def handle_endtag(self, name: str) -> None:
        if not self.open or self.open.pop() != name:
            self.unbalanced.append(name)

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.text.append(data)

    def all_of(self, name: str, key: str) -> list[str]:
        """The values of an attribute of an element."""
        return [value for element, attribute, value in self.attributes if (element, attribute) == (name, key)]


PNG = b"\x89PNG\r\n\x1a\n"
