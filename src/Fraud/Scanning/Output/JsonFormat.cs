using System.Text.Json;

namespace Fraud.Scanning;

/// <summary>JSON: one object a line, or all of them in one array. Nothing is held back.</summary>
internal sealed class JsonFormat(Stream output, bool array) : IFindingFormat
{
    private long _written;

    public void Write(ScanFinding finding)
    {
        output.Write(!array ? ""u8 : _written == 0 ? "[\n"u8 : ",\n"u8);
        using (var json = new Utf8JsonWriter(output, FindingWords.Json))
        {
            FindingWords.WriteJson(json, finding);
        }

        output.Write(array ? ""u8 : "\n"u8);
        _written++;
    }

    public void End(IReadOnlyList<ScanFault> faults) => output.Write(!array ? ""u8 : _written == 0 ? "[]\n"u8 : "\n]\n"u8);
}
