"""What a resident takes home: QR codes, the printed sheet, and the way to the printer."""
