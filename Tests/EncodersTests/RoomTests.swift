import Encoders
import Testing

@Suite("Inert")
struct RoomTests {}
