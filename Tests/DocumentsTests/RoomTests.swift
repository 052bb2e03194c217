import Documents
import Testing

@Suite("Inert")
struct RoomTests {}
