"""The viewer in a real headless Chromium: navigation, phone width, languages, print, and none of it with a script."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.wait import WebDriverWait

from extract.reading import Reading
from graph.connect import Graph
from graph.load import load
from viewer.app import create_app

PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PATHS = ("/", "/search?q=ja", "/region/35.09", "/legend", "/questions", "/nowhere", "/archive/idn:9001")
FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1280,900"),
)


def lacking(reason: str) -> None:
    if os.environ.get("NETRALITAS_REQUIRE_CHROMIUM"):
        pytest.fail(f"{reason}, and NETRALITAS_REQUIRE_CHROMIUM is set")
    pytest.skip(reason)


@pytest.fixture(scope="module")
def base(
    embedded_store: Graph,
    wiped: Callable[[Graph], Graph],
    story: tuple[Reading, ...],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """The address of a viewer over the story."""
    load(wiped(embedded_store), story)
    app = create_app(embedded_store, sample=True, archive=tmp_path_factory.mktemp("archive"), rate=100_000)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(20)


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    browser = next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
    )
    driver = shutil.which("chromedriver")
    if not browser or not driver:
        lacking("no chromium with its chromedriver here to open the viewer with (apt install chromium-driver)")
    options = ChromeOptions()
    options.binary_location = browser
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    try:
        opened = Chrome(options, Service(driver))
    except WebDriverException as problem:
        lacking(f"chromium does not start: {str(problem.msg).partition(chr(10))[0]}")
    yield opened
    opened.quit()


@pytest.fixture
def page(chromium: Chrome, base: str) -> Iterator[Chrome]:
    """The home page in a browser that runs no script, without cookies; no page may leave a complaint in its console."""
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    chromium.get(base)
    chromium.delete_all_cookies()
    console(chromium)
    yield chromium
    assert console(chromium) == []


def console(page: Chrome) -> list[str]:
    """What the browser's console has told since it was last asked."""
    return [str(line["message"]) for line in page.get_log("browser")]  # type: ignore[no-untyped-call]


def text(page: Chrome, selector: str) -> str:
    return page.find_element(By.CSS_SELECTOR, selector).text


def texts(page: Chrome, selector: str) -> list[str]:
    return [e.text for e in page.find_elements(By.CSS_SELECTOR, selector)]


@contextmanager
def leaving(page: Chrome) -> Iterator[None]:
    """Wait until what is done here has led to another page."""
    old = page.find_element(By.TAG_NAME, "html")
    yield
    WebDriverWait(page, 20).until(staleness_of(old))


def follow(page: Chrome, selector: str) -> None:
    with leaving(page):
        page.find_element(By.CSS_SELECTOR, selector).click()


def search(page: Chrome, words: str) -> None:
    with leaving(page):
        page.find_element(By.NAME, "q").send_keys(words, Keys.ENTER)


def shown(page: Chrome, selector: str) -> bool:
    """Whether the first such element is rendered; what a closed <details> holds is laid out but not."""
    element = page.find_element(By.CSS_SELECTOR, selector)
    return bool(page.execute_script("return arguments[0].checkVisibility()", element))


def width(page: Chrome) -> float:
    return float(page.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]["width"])


def test_from_search_to_person_to_case_to_region_and_to_the_archive(page: Chrome) -> None:
    search(page, "wira adikara camat")
    follow(page, ".hit a")
    assert text(page, "h1") == "Wira Adikara"
    assert "Terbukti menurut BKN" in texts(page, ".status .standing")
    with leaving(page):
        page.find_element(By.PARTIAL_LINK_TEXT, "pose atau simbol dukungan").click()
    assert "/case/" in page.current_url
    assert len(page.find_elements(By.CSS_SELECTOR, ".source")) >= 3
    follow(page, ".subject .kicker a")
    assert text(page, "h1") == "Kabupaten Jember"
    follow(page, ".source a[href^='/archive/']")
    assert "Salinan arsip" in text(page, ".kicker")


def test_a_speakers_page_says_so_and_bears_no_standing(page: Chrome) -> None:
    search(page, "lastri")
    follow(page, ".hit a")
    assert "narasumber" in text(page, ".status.plain")
    assert texts(page, "main .entry .standing") == []


def test_a_cleared_person_is_green_first_and_in_words(page: Chrome) -> None:
    search(page, "retno palupi")
    follow(page, ".hit a")
    box = page.find_element(By.CSS_SELECTOR, ".status")
    assert "Dinyatakan tidak terbukti / bebas" in box.text
    colour = box.value_of_css_property("border-top-color").removeprefix("rgba(").removeprefix("rgb(")
    red, green, blue = (int(part) for part in colour.rstrip(")").split(",")[:3])
    assert green > red
    assert green > blue


@pytest.mark.parametrize(
    "path", ["/", "/search?q=ja", "/region/35.09", "/legend", "/questions", "/nowhere", "/archive/idn:9001"]
)
def test_a_phone_needs_no_sideways_scrolling(page: Chrome, base: str, path: str) -> None:
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", PHONE)
    page.get(base + path)
    assert width(page) <= PHONE["width"]
    console(page)  # the 404 is told there, rightly


def test_names_without_spaces_do_not_widen_a_phones_page(page: Chrome, base: str) -> None:
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", PHONE)
    page.get(f"{base}/search?q={'a' * 200}")
    assert width(page) <= PHONE["width"]


def test_english_by_one_click_and_back(page: Chrome) -> None:
    follow(page, "a.language")
    assert "Who is alleged" in text(page, "h1")
    search(page, "retno")
    follow(page, ".hit a")
    assert "Found not proven / acquitted" in text(page, ".status")
    follow(page, "a.language")
    assert "Dinyatakan tidak terbukti / bebas" in text(page, ".status")


def test_the_keyboard_reaches_the_content_first(page: Chrome) -> None:
    page.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    focused = page.switch_to.active_element
    assert focused.text == "Langsung ke isi"
    focused.send_keys(Keys.ENTER)
    assert page.current_url.endswith("#isi")


def test_articles_folded_away_open_without_a_script(page: Chrome) -> None:
    search(page, "BKN")
    follow(page, "a[href^='/agency/']")
    assert not shown(page, "details blockquote")
    page.find_element(By.CSS_SELECTOR, "details summary").click()
    assert shown(page, "details blockquote")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in_light_and_dark(page: Chrome, base: str, scheme: str) -> None:
    page.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    )
    page.get(f"{base}/region/35.09")
    for selector in (".standing", ".role", ".kicker", ".citation", ".office", "h1"):
        for element in page.find_elements(By.CSS_SELECTOR, f"main {selector}")[:3]:
            assert contrast(element.value_of_css_property("color"), ground(page, element)) >= 4.5, selector


def ground(page: Chrome, element: WebElement) -> str:
    """The colour behind an element: its own where it has one, else the page's."""
    own = element.value_of_css_property("background-color")
    body = page.find_element(By.TAG_NAME, "body")
    return body.value_of_css_property("background-color") if own.endswith(", 0)") else own


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [float(c) / 255 for c in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_print_leaves_out_what_cannot_be_clicked_and_unfolds_every_source(page: Chrome) -> None:
    search(page, "BKN")
    follow(page, "a[href^='/agency/']")
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not page.find_element(By.CSS_SELECTOR, ".find").is_displayed()
    assert not page.find_element(By.CSS_SELECTOR, ".buttons").is_displayed()
    assert shown(page, "details:not([open]) blockquote")
    assert page.find_element(By.CSS_SELECTOR, ".sample").is_displayed()
