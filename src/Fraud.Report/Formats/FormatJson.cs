using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fraud.Report.Formats;

/// <summary>JSON as all formats write it: UTF-8, Chinese readable, never spliced into a page.</summary>
internal static class FormatJson
{
    public static JsonWriterOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonWriterOptions Indented { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    public static JsonSerializerOptions Node { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
