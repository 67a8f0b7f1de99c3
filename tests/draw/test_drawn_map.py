from functools import partial

import pytest
from PySide6.QtCore import QPointF, QRectF

from kiosk.draw.illustrations import terrain
from kiosk.draw.illustrations.hazard_colours import hazard_brushes
from kiosk.draw.illustrations.map import MapSheet, paint_map
from kiosk.lessons.phone.pictures import Hazard, Map
from tests.draw.pictures import all_differ, picture

HAZARDS = [hazard for hazard in Hazard if hazard is not Hazard.NONE]
BOXES = [QRectF(10, 20, 400, 500), QRectF(0, 0, 640, 220), QRectF(5, 5, 150, 150)]


def drawn_map(hazard: Hazard = Hazard.NONE, shelters: bool = False, zoom: int = 0) -> Map:
    return Map(kind="map", id="map", label="地図", hazard=hazard, shelters=shelters, zoom=zoom)


def test_every_hazard_the_shelters_and_every_zoom_change_the_map() -> None:
    laid = [
        drawn_map(hazard, shelters, zoom)
        for hazard in Hazard
        for shelters in (False, True)
        for zoom in (0, 1)
    ]
    maps = [*laid, drawn_map(zoom=2), drawn_map(Hazard.FLOOD, zoom=2)]
    assert all_differ([picture(partial(paint_map, drawn=shown)) for shown in maps])


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("hazard", HAZARDS)
def test_no_part_of_a_shelter_stands_where_its_hazard_is_possible(hazard: Hazard, box: QRectF) -> None:
    sheet, layer = MapSheet(box), terrain.hazard_layer(hazard)
    possible = sheet.transform.map(layer.possible.united(layer.worst))
    half = sheet.marker
    for x, y in layer.shelters:
        place = sheet.at(x, y)
        assert not possible.intersects(QRectF(place.x() - half, place.y() - half, 2 * half, 2 * half))


@pytest.mark.parametrize("hazard", Hazard)
def test_shelters_stand_on_land(hazard: Hazard) -> None:
    assert not any(terrain.sea().contains(QPointF(x, y)) for x, y in terrain.hazard_layer(hazard).shelters)


@pytest.mark.parametrize("hazard", HAZARDS)
def test_where_it_is_worst_it_is_possible(hazard: Hazard) -> None:
    layer, seen = terrain.hazard_layer(hazard), QRectF(0, 0, 100, 100)
    worst = [layer.worst.pointAtPercent(share / 100) for share in range(100)]
    assert all(layer.possible.contains(point) for point in worst if seen.contains(point))


@pytest.mark.parametrize("zoom", [1, 2])
@pytest.mark.parametrize("box", BOXES)
def test_zooming_puts_the_home_in_the_middle_and_doubles(box: QRectF, zoom: int) -> None:
    sheet, before = MapSheet(box, zoom), MapSheet(box, zoom - 1)
    assert sheet.at(terrain.HOME.x(), terrain.HOME.y()) == box.center()
    assert sheet.transform.m11() == pytest.approx(2 * before.transform.m11())


@pytest.mark.parametrize("zoom", [0, 1])
@pytest.mark.parametrize("hazard", HAZARDS)
def test_a_shelter_can_be_seen(hazard: Hazard, zoom: int) -> None:
    sheet = MapSheet(BOXES[0], zoom)
    inside = sheet.box.adjusted(sheet.marker, sheet.marker, -sheet.marker, -sheet.marker)
    assert any(inside.contains(sheet.at(x, y)) for x, y in terrain.hazard_layer(hazard).shelters)


def test_hazards_differ_by_colour_and_by_pattern() -> None:
    brushes = [hazard_brushes(hazard, 30) for hazard in HAZARDS]
    assert len({deep.color().name() for _, deep, _ in brushes}) == len(HAZARDS)
    assert all_differ([pattern.texture().toImage() for *_, pattern in brushes])


def test_houses_stand_on_land_and_leave_the_home_its_place() -> None:
    sea = terrain.sea()
    assert len(terrain.houses()) > 50
    assert not any(sea.contains(QPointF(x, y)) for x, y in terrain.houses())
