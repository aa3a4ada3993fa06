import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aZip, sampleFiles } from '#testing/files.ts'
import { kindOfFile } from './file-kind.ts'
import { asAttachment, endingFits, safeFileName } from './file-name.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the kind of a file is read from its content', () => {
  test.each(['pdf', 'docx', 'png', 'jpeg', 'text'] as const)('%s', (kind) => {
    expect(kindOfFile(sampleFiles[kind])).toBe(kind)
  })

  test.each([
    ['a Windows program', sampleFiles.program],
    ['a Linux program', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0)],
    ['a shell script', sampleFiles.script],
    ['a batch file', bytes('@echo off\r\ndel *.*\r\n')],
    ['a web page', bytes('  <!DOCTYPE html><script>alert(1)</script>')],
    ['a drawing that can run scripts', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
    ['a zip that is no document', aZip(['photo.png', 'setup.exe'])],
    ['a Word document with macros', aZip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'])],
    ['a spreadsheet', aZip(['[Content_Types].xml', 'xl/workbook.xml'])],
    ['a zip cut short', aZip(['[Content_Types].xml', 'word/document.xml']).subarray(0, 60)],
    ['text in another encoding', Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x42, 0)],
    ['a GIF', bytes('GIF89a\x01\0\x01\0')],
    ['nothing at all', new Uint8Array(0)],
  ])('%s is not taken', (_, content) => {
    expect(kindOfFile(content)).toBeNull()
  })

  test('no bytes, however odd, make it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('', '%PDF-', 'PK\x03\x04', 'PK\x05\x06'), (content, start) => {
        kindOfFile(Uint8Array.from([...bytes(start), ...content]))
      }),
    )
  })
})

describe('the name of a file', () => {
  test.each([
    ['report.pdf', 'pdf', 'report.pdf'],
    ['../../etc/passwd', 'text', 'passwd.txt'],
    ['C:\\Users\\me\\Desktop\\My report.PDF', 'pdf', 'My report.pdf'],
    ['..', 'png', 'file.png'],
    ['CON.txt', 'text', 'file.txt'],
    ['photo.jpeg', 'jpeg', 'photo.jpeg'],
    ['really-a-picture.exe', 'png', 'really-a-picture.exe.png'],
    ['a\u202Efdp.exe', 'pdf', 'afdp.exe.pdf'],
    ['line\r\nSet-Cookie: x=1.pdf', 'pdf', 'lineSet-Cookie x=1.pdf'],
    ['Ångström überblick.docx', 'docx', 'Ångström überblick.docx'],
    ['', 'text', 'file.txt'],
  ] as const)('%j becomes a name that can be saved anywhere', (given, kind, safe) => {
    expect(safeFileName(given, kind)).toBe(safe)
  })

  test('whatever it was, it has no folder, no control character and no more than 100 characters, and a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('pdf', 'docx', 'png', 'jpeg', 'text'), (given, kind) => {
        const safe = safeFileName(given, kind)
        expect(safe).not.toMatch(/[/\\\p{Control}\p{Format}]|^\./u)
        expect(Array.from(safe).length).toBeLessThanOrEqual(100)
        expect(safeFileName(safe, kind)).toBe(safe)
      }),
    )
  })

  test('in a header it cannot end the header, and reads back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (given) => {
        const name = safeFileName(given, 'pdf')
        const header = asAttachment(name)
        expect(header).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9.!~_%-]+$/)
        expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(name)
      }),
    )
  })

  test('text has to say that it is text; a picture with the wrong ending is given the right one', () => {
    expect([endingFits('notes.txt', 'text'), endingFits('setup.bat', 'text'), endingFits('photo.jpg', 'png')]).toEqual([true, false, true])
  })
})
