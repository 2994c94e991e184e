"""Which day a printed date is, seen from the day of publication.

A printed year stands. Without one the year is that in which the weekday fits, else the nearest, and rather past than
future; a bare weekday is the last one not after publication, or the next where the clause speaks of what is to come.
"""

from __future__ import annotations

from datetime import date, timedelta

from extract.dateforms import Form

FUTURE_COSTS = 2.5
BACK = ("sebelumnya",)
GONE = ("lalu", "silam", "kemarin")
COMING = ("besok", "nanti", "mendatang", "depan")


def days_of(form: Form, today: date | None, base: date | None, ahead: bool) -> list[str]:
    """The ISO dates of a form, partial where only a month is printed; none where it cannot be told.

    `today` is the publication, `base` the date last named before the form, `ahead` whether its clause speaks of the
    future.
    """
    if form.month is not None:
        return _months(form, today) if form.day is None else _dated(form, today)
    day = _relative(form, today, base, ahead)
    return [day.isoformat()] if day else []


def _dated(form: Form, today: date | None) -> list[str]:
    assert form.day is not None
    days = (_day(form, n, today) for n in (form.day, *form.more))
    return [d.isoformat() for d in days if d]


def _day(form: Form, number: int, today: date | None) -> date | None:
    assert form.month is not None
    if form.year or today is None:
        return _date(form.year, form.month, number)
    near = [d for y in (today.year, today.year - 1, today.year + 1) if (d := _date(y, form.month, number))]
    agreeing = [d for d in near if form.weekday is not None and d.weekday() == form.weekday]
    return min(agreeing or near, key=lambda d: _distance(d, today), default=None)


def _distance(day: date, today: date) -> float:
    ahead = (day - today).days
    return ahead * FUTURE_COSTS if ahead > 0 else -ahead


def _date(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def _months(form: Form, today: date | None) -> list[str]:
    year = form.year
    if year is None and today is not None:
        assert form.month is not None
        year = today.year - (form.month > today.month or "tahun" in form.week)
    return [f"{year}-{form.month:02}"] if year else []


def _relative(form: Form, today: date | None, base: date | None, ahead: bool) -> date | None:
    if form.count is not None:
        days = -form.count if form.week in BACK else form.count
        return base + timedelta(days=days) if base else None
    if today is None:
        return None
    if form.weekday is not None:
        return _weekday(form, today, ahead)
    if form.day is not None:
        return _day_alone(form.day, base or today)
    return today - timedelta(days=1)


def _day_alone(number: int, base: date) -> date | None:
    """ "tanggal 14": of the month last spoken of, or of the month before where that day had not come."""
    month = base if number <= base.day + 15 else base.replace(day=1) - timedelta(days=1)
    return _date(month.year, month.month, number)


def _weekday(form: Form, today: date, ahead: bool) -> date:
    assert form.weekday is not None
    monday = today - timedelta(days=today.weekday())
    back = (today.weekday() - form.weekday) % 7
    if "pekan" in form.week or "minggu" in form.week:
        weeks = 1 if "depan" in form.week else 0 if "ini" in form.week else -1
        return monday + timedelta(days=7 * weeks + form.weekday)
    if form.week in GONE:
        return today - timedelta(days=back or 7)
    return today - timedelta(days=back - 7 if ahead or form.week in COMING else back)
