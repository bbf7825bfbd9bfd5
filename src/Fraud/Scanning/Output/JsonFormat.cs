using System.Text.Json;

namespace Fraud.Scanning;

/// <summary>JSON: one object a line, or all of them in one array. Nothing is held back.</summary>
internal sealed class JsonFormat : IFindingFormat
{
    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;
    private readonly bool _array;
    private long _written;

    public JsonFormat(Stream output, bool array)
    {
        (_output, _array) = (output, array);
        _json = new(output, FindingWords.Json);
    }

    public void Write(ScanFinding finding)
    {
        _output.Write(!_array ? ""u8 : _written == 0 ? "[\n"u8 : ",\n"u8);
        FindingWords.WriteJson(_json, finding);
        _json.Flush();
        _json.Reset();
        _output.Write(_array ? ""u8 : "\n"u8);
        _written++;
    }

    public void End(IReadOnlyList<ScanFault> faults)
    {
        _output.Write(!_array ? ""u8 : _written == 0 ? "[]\n"u8 : "\n]\n"u8);
        _json.Dispose();
    }
}
