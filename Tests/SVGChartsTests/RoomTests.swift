import SVGCharts
import Testing

@Suite("Inert")
struct RoomTests {}
